import { Loading } from '@preau/ui';
import { Suspense, useState } from 'react';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { DisplaySettings } from './display-settings';
import { useFrame } from './frame';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';
import { SkipLinks } from './skip-links';

/** What surrounds every page. */
export function Layout() {
  const { consultation, embedded } = useFrame();
  const [settingsOpen, setSettingsOpen] = useState(false);
  const moving = useNavigation().state !== 'idle';
  const openSettings = () => {
    setSettingsOpen(true);
  };
  return (
    <>
      <SkipLinks />
      <SiteHeader consultation={consultation} embedded={embedded} onDisplaySettings={openSettings} />
      <div className="preau-progress" data-busy={moving} aria-hidden="true" />
      <main id="contenu" tabIndex={-1} aria-busy={moving}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <SiteFooter onDisplaySettings={openSettings} />
      <DisplaySettings
        open={settingsOpen}
        onClose={() => {
          setSettingsOpen(false);
        }}
      />
      <ScrollRestoration />
    </>
  );
}
