// SPDX-License-Identifier: GPL-3.0-or-later
import { create as createQr } from 'qrcode';
import { describe, expect, it, test } from 'vitest';
import { readBlotted } from '../../shared/reading/blotted/blotted.ts';
import { blocksOf, formatsOf, marksOf, reservedOf, textOf } from '../../shared/reading/blotted/form.ts';
import { gridOf, unreadIn } from '../../shared/reading/blotted/grid.ts';
import { liesOf } from '../../shared/reading/blotted/lie.ts';
import { marksIn } from '../../shared/reading/blotted/marks.ts';
import { turned, type Gray } from '../../shared/reading/gray.ts';

// The steps by which a code with a blot on it is read, each against what another program draws.

const EACH = 4;
const QUIET = 4;
const codeOf = (version: number, text = 'HOLD1 2', level: 'L' | 'M' | 'Q' | 'H' = 'H') =>
  createQr(text, { version, errorCorrectionLevel: level, maskPattern: 3 }).modules;
const drawn = ({ size, data }: ReturnType<typeof codeOf>, [dark, light] = [0, 255]): Gray => {
  const side = (size + 2 * QUIET) * EACH;
  const dots = new Uint8Array(side * side).fill(light ?? 255);
  for (let y = 0; y < size * EACH; y++)
    for (let x = 0; x < size * EACH; x++)
      if (data[Math.floor(y / EACH) * size + Math.floor(x / EACH)])
        dots[(y + QUIET * EACH) * side + x + QUIET * EACH] = dark ?? 0;
  return { width: side, height: side, data: dots };
};
/** A blot in modules. */
const blotted = (picture: Gray, left: number, top: number, wide: number, high: number, shade = 60): Gray => {
  const data = new Uint8Array(picture.data);
  for (let y = (QUIET + top) * EACH; y < (QUIET + top + high) * EACH; y++)
    data.fill(shade, y * picture.width + (QUIET + left) * EACH, y * picture.width + (QUIET + left + wide) * EACH);
  return { ...picture, data };
};
const onPicture = (module: number): number => (QUIET + module + 0.5) * EACH;

test('every side has its marks, and what says nothing, where another program has them', () => {
  for (let version = 1; version <= 40; version++) {
    const { size, data, reservedBit } = codeOf(version);
    expect(size).toBe(17 + 4 * version);
    expect(Buffer.compare(reservedOf(size), reservedBit)).toBe(0);
    const marks = marksOf(size);
    expect(marks.filter(({ x, y, dark }) => (data[y * size + x] === 1) !== dark)).toEqual([]);
    // Two lines between the large marks, and the small ones of 25 modules each.
    const small = version === 1 ? 0 : (Math.floor(version / 7) + 2) ** 2 - 3;
    expect(marks).toHaveLength(2 * (size - 16) + 25 * small);
    expect(marks.every(({ x, y }) => reservedBit[y * size + x] === 1)).toBe(true);
  }
});

test('the blocks of codes with long and short ones, as ISO 18004 has them', () => {
  // 5-Q: two blocks of 15 and two of 16 with 18 checks each.
  const { checks, blocks } = blocksOf(37, 'quartile');
  expect(checks).toBe(18);
  expect(blocks.map(({ length }) => length - checks)).toEqual([15, 15, 16, 16]);
  expect(blocks.map((block) => block.slice(0, 2))).toEqual([
    [0, 4],
    [1, 5],
    [2, 6],
    [3, 7],
  ]);
  expect(blocks.map((block) => block.slice(14, 17))).toEqual([
    [56, 62, 66],
    [57, 63, 67],
    [58, 60, 64],
    [59, 61, 65],
  ]);
  expect(blocksOf(21, 'low')).toEqual({ checks: 7, blocks: [Array.from({ length: 26 }, (_, at) => at)] });
});

describe('the format', () => {
  const { size, data } = codeOf(5, 'HOLDFAST', 'Q');
  it('is read from both of its places, and half of each suffices', () => {
    for (const isGone of [
      (x: number) => x === 8,
      (_x: number, y: number) => y === 8,
      (x: number, y: number) => x < 9 && y < 9,
      (x: number, y: number) => x > 9 || y > 9,
    ])
      expect(formatsOf(size, (x, y) => (isGone(x, y) ? undefined : data[y * size + x] === 1))[0]).toEqual({
        level: 'quartile',
        mask: 3,
      });
  });

  it('is the one with the fewest wrong bits, and all are tried', () => {
    const flipped = new Set(['8,0', '8,1', '7,8', `8,${size - 1}`, `${size - 1},8`]);
    const formats = formatsOf(size, (x, y) => (data[y * size + x] === 1) !== flipped.has(`${x},${y}`));
    expect(formats[0]).toEqual({ level: 'quartile', mask: 3 });
    expect(new Set(formats.map(({ level, mask }) => `${level} ${mask}`)).size).toBe(32);
  });
});

describe('what the bytes of a code say', () => {
  const bits = (...parts: readonly string[]): Uint8Array => {
    const all = parts.join('').replaceAll(' ', '');
    return Uint8Array.from({ length: Math.ceil(all.length / 8) }, (_, i) =>
      Number.parseInt(all.slice(8 * i, 8 * i + 8).padEnd(8, '0'), 2),
    );
  };
  const count = (value: number, length: number): string => value.toString(2).padStart(length, '0');
  it.each([
    [53, 10, 9, 8],
    [57, 12, 11, 16],
    [121, 12, 11, 16],
    [125, 14, 13, 16],
    [177, 14, 13, 16],
  ])('a code of side %i has its own lengths', (side, digits, capitals, bytes) => {
    expect(textOf(bits('0001', count(4, digits), count(12, 10), count(7, 4), '0000'), side)).toBe('0127');
    expect(textOf(bits('0001', count(2, digits), count(5, 7), '0000'), side)).toBe('05');
    expect(textOf(bits('0010', count(3, capitals), count(45 * 10 + 44, 11), count(36, 6), '0000'), side)).toBe('A: ');
    expect(textOf(bits('0100', count(1, bytes), count(65, 8), '0000'), side)).toBe('A');
  });

  it('goes on until its end, and where there is no room for another end', () => {
    expect(textOf(bits('0100', count(2, 8), count(65, 8), count(66, 8), '0000', '0100 1111'), 21)).toBe('AB');
    expect(textOf(bits('0001', count(1, 10), count(7, 4), '0100', count(1, 8), count(65, 8)), 21)).toBe('7A');
    expect(textOf(bits('0000'), 21)).toBe('');
    expect(textOf(new Uint8Array(0), 21)).toBe('');
    expect(textOf(bits('0011 0000'), 21)).toBeUndefined();
  });
});

describe('the modules of a code', () => {
  const code = codeOf(3);
  const lie = (picture: Gray) => {
    const [first] = liesOf(picture, marksIn(picture));
    if (first === undefined) throw new Error('no code');
    return first;
  };

  it('are found by its three marks, as they are drawn', () => {
    const picture = drawn(code);
    expect(marksIn(picture).slice(0, 3)).toEqual(
      [
        [3, 3],
        [25, 3],
        [3, 25],
      ].map(([x = 0, y = 0]) => ({ x: onPicture(x), y: onPicture(y), module: EACH, count: 3 * EACH })),
    );
    const { corners, side } = lie(picture);
    expect(side).toBe(29);
    for (const [corner, x, y] of [
      ['tl', 3, 3],
      ['tr', 25, 3],
      ['bl', 3, 25],
      ['br', 25, 25],
    ] as const)
      expect(corners[corner]).toMatchObject({ x: onPicture(x), y: onPicture(y) });
    const { dark, doubt } = gridOf(picture, lie(picture));
    expect([...dark]).toEqual([...code.data]);
    expect(Math.max(...doubt)).toBe(0);
  });

  it('by two of them, whichever is lost', () => {
    for (const [left, top] of [
      [0, 0],
      [22, 0],
      [0, 22],
    ] as const) {
      const picture = blotted(drawn(code), left, top, 7, 7, 255);
      const { corners, side } = lie(picture);
      expect(side).toBe(29);
      expect(corners.tl.x).toBeCloseTo(onPicture(3), 0);
      expect(corners.br.y).toBeCloseTo(onPicture(25), 0);
      expect(corners.tr.x).toBeCloseTo(onPicture(25), 0);
      expect(corners.bl.y).toBeCloseTo(onPicture(25), 0);
    }
  });

  it('and not at all where there are no two marks, or no code between them', () => {
    const one = blotted(blotted(drawn(code), 22, 0, 7, 7, 255), 0, 22, 7, 7, 255);
    expect(liesOf(one, marksIn(one))).toEqual([]);
    const marks = blotted(drawn(code), 0, 8, 29, 13, 255);
    const alone = blotted(blotted(marks, 8, 0, 13, 29, 255), 21, 21, 8, 8, 255);
    expect(readBlotted(alone)).toBeUndefined();
  });

  it('of a grey print are as dark as they are, and those between are in doubt', () => {
    const picture = blotted(drawn(code, [100, 180]), 12, 12, 1, 1, 140);
    const { dark, doubt } = gridOf(picture, lie(picture));
    const at = 12 * 29 + 12;
    expect([...dark].filter((each, i) => i !== at && each !== code.data[i])).toEqual([]);
    expect(doubt[at]).toBe(255);
    expect(doubt.filter((each) => each > 0)).toHaveLength(1);
    const nearly = gridOf(blotted(drawn(code, [100, 180]), 12, 12, 1, 1, 120), lie(picture));
    expect([nearly.dark[at], nearly.doubt[at]]).toEqual([1, 127]);
    const light = gridOf(blotted(drawn(code, [100, 180]), 12, 12, 1, 1, 150), lie(picture));
    expect([light.dark[at], light.doubt[at]]).toEqual([0, 191]);
  });

  it('under a large blot are all of its shade, and in doubt', () => {
    for (const shade of [60, 200]) {
      const { dark, doubt } = gridOf(blotted(drawn(code), 8, 8, 14, 14, shade), lie(drawn(code)));
      const middle = 14 * 29 + 14;
      expect([dark[middle], doubt[middle]]).toEqual([shade < 128 ? 1 : 0, 255]);
    }
  });

  it('that cannot be read are those in a patch of one colour, and those in doubt', () => {
    const side = 6;
    const dark = Uint8Array.from({ length: side * side }, (_, at) => (at % 2) ^ (Math.floor(at / side) % 2));
    const doubt = new Uint8Array(side * side);
    const none = new Uint8Array(side * side);
    expect(unreadIn({ side, dark, doubt }, 2, 255)).toEqual(none);
    const patch = (shade: number, left: number, top: number, size: number): Uint8Array =>
      dark.map((each, at) => {
        const [x, y] = [at % side, Math.floor(at / side)];
        return x >= left && x < left + size && y >= top && y < top + size ? shade : each;
      });
    for (const shade of [0, 1])
      for (const [left, top] of [
        [0, 0],
        [3, 3],
        [1, 2],
      ] as const) {
        const grid = { side, dark: patch(shade, left, top, 3), doubt };
        const unread = unreadIn(grid, 3, 255);
        expect(unread.reduce((sum, each) => sum + each, 0)).toBe(9);
        expect(unread[top * side + left]).toBe(1);
        expect(unread[(top + 2) * side + left + 2]).toBe(1);
        expect(unreadIn(grid, 4, 255)).toEqual(none);
      }
    doubt[7] = 200;
    expect([...unreadIn({ side, dark, doubt }, 2, 199)].indexOf(1)).toBe(7);
    expect(unreadIn({ side, dark, doubt }, 2, 200)).toEqual(none);
  });
});

describe('a small code is read', () => {
  const text = 'hold1TEST-äß 123';
  it.each<readonly [string, Gray]>([
    ['as it is', drawn(codeOf(2, text, 'L'))],
    ['with small marks inside', drawn(codeOf(7, text))],
    ['of several blocks', drawn(codeOf(5, text, 'Q'))],
    ['turned', turned(drawn(codeOf(4, text)), 8)],
    ['lying on its side', turned(drawn(codeOf(4, text)), 90)],
    ['upside down', turned(drawn(codeOf(4, text)), 180)],
    ['with a dark blot', blotted(drawn(codeOf(5, text)), 12, 12, 15, 15)],
    ['with a light one', blotted(drawn(codeOf(5, text)), 14, 14, 15, 15, 240)],
    ['with a mark lost', blotted(drawn(codeOf(5, text)), 0, 0, 13, 13)],
    ['with its right edge lost', blotted(drawn(codeOf(5, text)), 26, 0, 11, 37)],
  ])('%s', (_, picture) => {
    expect(readBlotted(picture)).toBe(text);
  });

  it('by its marks in a smaller picture of it', () => {
    const small = drawn(codeOf(5, text));
    const large: Gray = {
      width: 2 * small.width,
      height: 2 * small.height,
      data: Uint8Array.from(
        { length: 4 * small.data.length },
        (_, at) => small.data[Math.floor(at / (4 * small.width)) * small.width + ((at % (2 * small.width)) >> 1)] ?? 0,
      ),
    };
    expect(readBlotted(large, small)).toBe(text);
  });

  it('not where more of it is gone than it bears, or nothing is there', () => {
    expect(readBlotted(blotted(drawn(codeOf(5, text, 'L')), 9, 9, 20, 20))).toBeUndefined();
    expect(readBlotted({ width: 60, height: 60, data: new Uint8Array(3600).fill(255) })).toBeUndefined();
  });
});
