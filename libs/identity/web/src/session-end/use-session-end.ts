import { GraphQLFailure, isPresent, onSessionEnd, resumeSubscriptions } from '@preau/graphql';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { extendSession, secondsLeft } from './operations';

/** How long before its end a session that nobody uses says so. */
export const WARNING_SECONDS = 120;
/** Longer waits are looked up again on the way: browsers slow down the timers of pages nobody looks at. */
const LONGEST_WAIT_SECONDS = 15 * 60;

export type SessionEnd =
  { readonly phase: 'open' } | { readonly phase: 'ending'; readonly at: Date } | { readonly phase: 'ended' };

const OPEN: SessionEnd = { phase: 'open' };

/**
 * Follows the session of this browser to its end, by the server's word: what is done in one tab counts for the others. Somebody who is
 * typing is there, even if nothing was sent for an hour: their session goes on without a question.
 */
export function useSessionEnd(isSignedIn: boolean) {
  const [end, setEnd] = useState<SessionEnd>(OPEN);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const channel = useRef<BroadcastChannel | null>(null);
  const isFollowing = useRef(false);
  const queries = useQueryClient();

  const follow = useCallback(
    async (ask: () => Promise<number | null>, isSecondAnswer = false) => {
      clearTimeout(timer.current);
      // The first answer may be about the session before: asked just before another one replaced it, heard just after.
      const over = () => {
        if (isSecondAnswer && queries.isMutating() === 0) setEnd({ phase: 'ended' });
        else onceStill(queries, () => void follow(secondsLeft, true));
      };
      const lookAgainIn = (seconds: number) => {
        timer.current = setTimeout(() => void follow(secondsLeft), Math.max(1, seconds) * 1_000);
      };
      try {
        const left = await ask();
        if (!isFollowing.current) return;
        if (left === null || left <= 0) return over();
        const quiet = left - WARNING_SECONDS;
        resumeSubscriptions();
        if (quiet > 0) {
          setEnd(OPEN);
          return lookAgainIn(Math.min(quiet, LONGEST_WAIT_SECONDS));
        }
        if (isPresent() && ask !== extendSession) return void follow(extendSession);
        setEnd({ phase: 'ending', at: new Date(Date.now() + left * 1_000) });
        lookAgainIn(left + 1);
      } catch (error) {
        if (!isFollowing.current) return;
        // The server is away: the session may well be open.
        if (error instanceof GraphQLFailure && error.code === 'UNAUTHENTICATED') over();
        else lookAgainIn(30);
      }
    },
    [queries],
  );

  useEffect(() => {
    if (!isSignedIn) return;
    isFollowing.current = true;
    const look = () => void follow(secondsLeft);
    const lookIfSeen = () => {
      if (document.visibilityState === 'visible') look();
    };
    const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('preau.session');
    channel.current = tabs;
    tabs?.addEventListener('message', look);
    document.addEventListener('visibilitychange', lookIfSeen);
    const stopHearing = onSessionEnd(() => {
      onceStill(queries, look);
    });
    look();
    return () => {
      isFollowing.current = false;
      clearTimeout(timer.current);
      stopHearing();
      document.removeEventListener('visibilitychange', lookIfSeen);
      tabs?.close();
      setEnd((known) => (known.phase === 'ended' ? known : OPEN));
    };
  }, [isSignedIn, follow, queries]);

  /** Other tabs ask the server what has become of the session. */
  const tellTabs = () => channel.current?.postMessage('changed');
  const stay = async () => {
    await follow(extendSession);
    tellTabs();
  };
  const dismiss = () => {
    setEnd(OPEN);
  };
  return { end, stay, dismiss, tellTabs };
}

/**
 * When nothing that was asked for is under way: signing out ends the session by one's own doing, and a new right gives this
 * browser another one, whose cookie comes with the answer.
 */
function onceStill(queries: QueryClient, look: () => void) {
  if (queries.isMutating() === 0) {
    look();
    return;
  }
  const stop = queries.getMutationCache().subscribe(() => {
    if (queries.isMutating() > 0) return;
    stop();
    look();
  });
}
