import { useEffect, type ComponentType } from 'react';
import { asPage } from '@/components';
import { dropStrayBytes, forgetOtherDays, keepSending, openOutbox } from '@/offline';
import { fetchPages, leftOfDay, now } from '@/platform';
import { useMe } from '@/state';
import { endDraftsOfOtherDays, keptDrafts } from './draft';
import '../visitor.scss';

/** The pages of a visit, in their order. */
const WAY = ['today', 'scan', 'card', 'form', 'sign', 'done', 'records', 'no-answer'];

/** Timers may ring early; a moment later the day is over for certain. */
const MARGIN_MS = 1_000;

/** Makes a page for visitors of a component: what waits on the phone is sent, what belongs to another day is cleared. */
export function visitorPage(Content: ComponentType) {
  return asPage(function VisitorPage() {
    const accountId = useMe().account.id;
    useEffect(() => {
      clearOtherDays();
      openOutbox(accountId);
      keepSending();
      fetchPages(WAY.map((page) => `visitor/${page}/index`));
      const midnight = setTimeout(clearOtherDays, leftOfDay(now()) + MARGIN_MS);
      return () => clearTimeout(midnight);
    }, [accountId]);
    return <Content />;
  });
}

function clearOtherDays(): void {
  forgetOtherDays();
  endDraftsOfOtherDays(now());
  void dropStrayBytes(keptDrafts());
}
