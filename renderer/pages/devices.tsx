// SPDX-License-Identifier: GPL-3.0-or-later
import { saying } from '../parts/base/saying.ts';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { DevicesView, DeviceView } from '../../shared/view-devices.ts';
import { useAnswer } from '../bridge.ts';
import { called, t } from '../words.ts';
import { Failure } from '../parts/base/failure.tsx';
import { Icon, type IconName } from '../parts/base/icons.tsx';
import { PageHead, Section, Waiting } from '../parts/base/layout.tsx';
import { NamesSection } from '../parts/frame/names.tsx';
import { UndoSection } from '../parts/copies/undo.tsx';

const WAYS: readonly { readonly name: 'takeover' | 'empty' | 'abandon'; readonly icon: IconName }[] = [
  { name: 'takeover', icon: 'restore' },
  { name: 'empty', icon: 'pay' },
  { name: 'abandon', icon: 'computer' },
];

/** Every installation that knows this wallet, which of them moves money, and the ways for a wallet to change hands. */
export const DevicesPage = (): ReactNode => {
  const devices = useAnswer('device.list', {});
  return (
    <>
      <PageHead title={t('devices.title')} lead={t('devices.lead')} />
      {devices === undefined ? (
        <Waiting />
      ) : !devices.ok ? (
        <Failure failure={devices.error} />
      ) : (
        <Devices view={devices.value} />
      )}
      <NamesSection />
      <UndoSection />
      <Section title={t('devices.ways')}>
        <ul className="ways moves">
          {WAYS.map(({ name, icon }) => (
            <li key={name} className="way">
              <h3>
                <Icon name={icon} />
                {t(`devices.${name}`)}
              </h3>
              <p>{t(`devices.${name}.words`)}</p>
              <Link className="button" data-look="plain" href={`/${name}`}>
                {t(`devices.${name}.open`)}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
};

const Devices = ({ view }: { readonly view: DevicesView }): ReactNode => (
  <>
    {/* A device that stands still says so above every page. */}
    {view.standing === 'active' ? <p>{saying('known', [view.said])}</p> : null}
    {view.apart.length > 0 ? <p role="status">{saying('known', view.apart)}</p> : null}
    <ul className="devices">
      {view.devices.map((device) => (
        <li key={device.id} className="device">
          <div>
            <p>
              <strong>{called(device.name)}</strong> {device.here ? t('devices.here') : null}
            </p>
            <p className="detail">
              {device.lastWroteAt === undefined
                ? t('devices.neverWrote')
                : t('devices.lastWrote', { at: device.lastWroteAt })}
            </p>
          </div>
          <DeviceTag device={device} />
        </li>
      ))}
    </ul>
  </>
);

const DeviceTag = ({ device }: { readonly device: DeviceView }): ReactNode => {
  const state = device.status === 'active' && !device.leads ? 'superseded' : device.status;
  return (
    <span className="tag" data-tone={state === 'active' ? 'good' : state === 'leaving' ? 'warn' : 'plain'}>
      {t(`devices.state.${state}`)}
    </span>
  );
};
