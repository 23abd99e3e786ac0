import { isSensitive } from '@preau/identity-domain';
import { RightsNotice, SessionWatch } from '@preau/identity-web';
import type { Role } from '@preau/shared-domain';
import { Loading } from '@preau/ui';
import { Suspense, useEffect, useState } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { wantBehaviours } from './behaviours';
import { DisplaySettings } from './display-settings';
import { useFrame } from './frame';
import { useForgottenWithSession, useSession } from './session';
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
      <AroundSession />
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

/** For people who are signed in. The watch stays on after the end of a session, to say so. */
function AroundSession() {
  const account = useSession();
  const isSignedIn = account !== null;
  const [wasSignedIn, setSignedIn] = useState(false);
  useEffect(() => {
    if (isSignedIn) setSignedIn(true);
  }, [isSignedIn]);
  return (
    <Suspense fallback={null}>
      {account?.roles.some((role) => isSensitive(role.toLowerCase() as Role)) ? <RightsNotice /> : null}
      {wasSignedIn ? <SessionWatch isSignedIn={isSignedIn} /> : null}
    </Suspense>
  );
}
