// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { providerAddress, urlCheck, writtenAddress } from '../../electron/backup/paper/address.ts';
import { oneLine, paperName, providerLines, recoveryToText, secretLines } from '../../electron/backup/paper/text.ts';
import { sheet } from './sheet-facts.ts';

// What is written on paper: its lines, and the names and addresses in them, which cannot be taken for other lines.

describe('a name', () => {
  it.each([
    ['HOLDFAST-RECOVERY-1', 'HOLDFAST-RECOVERY'],
    ['holdfast share 2', 'holdfast share'],
    ['Holdfast  -- Recovery -- 123', 'Holdfast  -- Recovery'],
    ['HOLDFASTSHARE12', 'HOLDFASTSHARE'],
    ['my HOLDFAST-SHARE-1, HOLDFAST-RECOVERY-1!', 'my HOLDFAST-SHARE, HOLDFAST-RECOVERY!'],
    ['HOLDFAST-RECOVERY of 2026', 'HOLDFAST-RECOVERY of 2026'],
    ['HOLDFAST 1', 'HOLDFAST 1'],
    ['Family', 'Family'],
  ])('“%s” stands on paper as “%s”', (name, written) => {
    expect(paperName(name)).toBe(written);
    expect(oneLine(name)).toBe(written);
  });

  it.each([
    ['a\r\n\u2028\u2029\u0085b', 'a b'],
    ['a\tb\u0000\u0000c', 'a b c'],
    ['\n a b \n', 'a b'],
    ['n'.repeat(121), 'n'.repeat(120)],
    [`${' '.repeat(200)}a`, 'a'],
  ])('%j stands on one line', (name, written) => {
    expect(oneLine(name)).toBe(written);
  });
});

describe('the lines', () => {
  it('of a sheet without a name have none for it, and end with a line end', () => {
    const text = recoveryToText({ ...sheet, walletName: '' });
    expect(text.split('\n').slice(2, 4)).toEqual(['date: 2026-11-23', `sheet: ${sheet.sheetNumber.toUpperCase()}`]);
    expect(text.endsWith('\nEND\n')).toBe(true);
  });

  it('of places have the name before the address, where there is one', () => {
    const [dock, at] = ['https://a.example/', 'https://b.example/dav/'];
    const cloud = `holdfast+folder:0123456789ABCDEFGHJKMNPQRS@${at}`;
    const [id = ''] = cloud.split('@');
    expect(
      providerLines([
        { name: '\n', url: dock },
        { name: 'Cloud', url: id, at },
      ]),
    ).toEqual([
      `provider 1 of 2: ${dock} [${urlCheck(dock)}]`,
      '# Provider 2 asks for a user name and a password: not on this sheet.',
      `provider 2 of 2: Cloud = ${cloud} [${urlCheck(cloud)}]`,
    ]);
  });

  it('of a code have the numbers of their groups', () => {
    const groups = Array.from({ length: 11 }, (_, i) => `G${i}`);
    expect(secretLines(groups)).toEqual([
      'secret 01-05: G0 G1 G2 G3 G4',
      'secret 06-10: G5 G6 G7 G8 G9',
      'secret 11: G10',
    ]);
    expect(secretLines(groups.slice(0, 10))).toHaveLength(2);
    expect(secretLines([])).toEqual([]);
  });
});

describe('an address', () => {
  const id = '0123456789ABCDEFGHJKMNPQRS';
  const folder = `holdfast+folder:${id}`;
  it.each<readonly [string, object | undefined]>([
    ['https://A.Example/x', { url: 'https://a.example/x/' }],
    ['http://a.example', { url: 'http://a.example/' }],
    ['ftp://a.example/', undefined],
    [folder, { url: folder }],
    [`Holdfast+FOLDER:${id.toLowerCase()}`, { url: folder }],
    [`${folder}@https://b.example/dav`, { url: folder, at: 'https://b.example/dav/' }],
    [`${folder}@http://b.example/dav/`, { url: folder, at: 'http://b.example/dav/' }],
    [`${folder}@ftp://b.example/`, undefined],
    [`${folder}@https://b.exa mple/`, undefined],
    // A letter that no id has is no id.
    [`holdfast+folder:${id.replace('A', 'I')}`, undefined],
    [`holdfast+folder:${id}A`, undefined],
    [`holdfast+folder:${id.slice(1)}`, undefined],
    [`holdfast+1folder:${id}`, undefined],
    [`holdfast+${'k'.repeat(22)}:${id}`, undefined],
  ])('%s is read for what it is', (written, address) => {
    expect(providerAddress(written, undefined)).toEqual(address);
  });

  it('is taken in the spelling that its check characters were made for', () => {
    const spelled = 'https://A.Example/X';
    expect(providerAddress(spelled, urlCheck(spelled))).toEqual({ url: spelled });
    expect(providerAddress(spelled, urlCheck('https://a.example/X/'))).toEqual({ url: 'https://a.example/X/' });
    expect(providerAddress(spelled, 'qqqq')).toBeUndefined();
    expect(providerAddress('nowhere at all', urlCheck('nowhere at all'))).toBeUndefined();
    const cloud = { url: folder, at: 'https://B.Example/Dav' };
    expect(providerAddress(writtenAddress(cloud), urlCheck(writtenAddress(cloud)))).toEqual(cloud);
  });

  it('of a form that is not known yet is taken where its check characters say that it is no slip', () => {
    const checked = (written: string) => providerAddress(written, urlCheck(written));
    for (const written of ['holdfast+s3:bucket/a@b', `holdfast+a:${'x'.repeat(1000)}`, `${folder}@s3://b`])
      expect(checked(written)).toEqual({ url: written });
    for (const written of [`holdfast+a:${'x'.repeat(1001)}`, 'holdfast+a:b c', 'my holdfast+a:b', 'Holdfast+a:b'])
      expect(checked(written)).toBeUndefined();
    expect(providerAddress('holdfast+s3:bucket', undefined)).toBeUndefined();
    expect(providerAddress('holdfast+s3:bucket', 'qqqq')).toBeUndefined();
  });
});
