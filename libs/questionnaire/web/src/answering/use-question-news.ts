import { labelText, type Question } from '@preau/questionnaire-domain';
import { useEffect, useRef, useState } from 'react';
import { messages } from './messages';

/** What to say when an answer makes other questions of the page appear or go. */
export function useQuestionNews(questions: readonly Question[]): string {
  const [news, setNews] = useState('');
  const before = useRef(questions);
  useEffect(() => {
    const known = new Set(before.current.map(({ code }) => code));
    const shown = new Set(questions.map(({ code }) => code));
    const appeared = questions.filter(({ code }) => !known.has(code));
    const gone = before.current.filter(({ code }) => !shown.has(code)).length;
    before.current = questions;
    if (appeared.length > 0)
      setNews(messages.section.appeared(appeared.map(({ label }) => labelText(label))));
    else if (gone > 0) setNews(messages.section.disappeared(gone));
  }, [questions]);
  return news;
}
