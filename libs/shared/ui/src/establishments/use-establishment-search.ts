import { GraphQLFailure } from '@preau/graphql';
import { useRef, useState } from 'react';
import { findEstablishments, type FoundEstablishment } from './establishment-query';
import { establishmentMessages as words } from './messages';

interface Found {
  readonly search: string;
  readonly establishments: readonly FoundEstablishment[];
  readonly next: string | null;
  /** What was typed, when it looks like a number the directory does not have. */
  readonly number: string | null;
}

export interface Search extends Omit<Found, 'search'> {
  readonly isBusy: boolean;
  /** Said when the list changes. */
  readonly news: string;
  readonly fault: string | undefined;
  readonly run: (typed: string) => void;
  readonly more: () => void;
}

const NOTHING: Found = { search: '', establishments: [], next: null, number: null };
const LIKE_A_NUMBER = /^\d{7}[A-Z]$/;
const enough = (typed: string) => (typed.match(/[\p{L}\p{N}]/gu) ?? []).length >= 2;

/** Searches when asked to, not at each key: a list that changes under one's fingers cannot be heard. */
export function useEstablishmentSearch(): Search {
  const [found, setFound] = useState(NOTHING);
  const [isBusy, setBusy] = useState(false);
  const [news, setNews] = useState('');
  const [fault, setFault] = useState<string>();
  const latest = useRef(0);

  const load = async (search: string, before: Found) => {
    latest.current += 1;
    const mine = latest.current;
    const typed = search.toUpperCase().replace(/\s/g, '');
    const number = LIKE_A_NUMBER.test(typed) ? typed : null;
    setBusy(true);
    setFault(undefined);
    setNews(words.searching);
    try {
      const page = await findEstablishments(search, before.next);
      if (mine !== latest.current) return;
      const establishments = [...before.establishments, ...page.establishments];
      const isListed = establishments.some(({ uai }) => uai === number);
      setFound({ search, establishments, next: page.next, number: isListed ? null : number });
      setNews(words.found(establishments.length, page.total));
    } catch (error) {
      if (!(error instanceof GraphQLFailure)) throw error;
      if (mine !== latest.current) return;
      setFound({ ...before, search, number });
      setNews('');
      setFault(words.failed);
    } finally {
      if (mine === latest.current) setBusy(false);
    }
  };

  const run = (typed: string) => {
    const search = typed.trim();
    if (enough(search)) return void load(search, NOTHING);
    setFound(NOTHING);
    setNews('');
    setFault(words.tooShort);
  };
  return { ...found, isBusy, news, fault, run, more: () => void load(found.search, found) };
}
