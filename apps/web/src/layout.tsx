import { Loading } from '@preau/ui';
import { Suspense, useEffect, useState } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { wantBehaviours } from './behaviours';
import { DisplaySettings } from './display-settings';
import { useFrame } from './frame';
import { useForgottenWithSession } from './session';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';
import { SkipLinks } from './skip-links';

/** What surrounds every page. */
export function Layout() {
  const { consultation, embedded } = useFrame();
  useForgottenWithSession();
  const [settingsOpen, setSettingsOpen] = useState(false);
  const moving = useNavigation().state !== 'idle';
  const atHome = useLocation().pathname === '/';
  useEffect(() => {
    if (!atHome) wantBehaviours();
  }, [atHome]);
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
