import { isAtHome } from '../../engine/elder';
import type { ContactCandidate, FirstContactAnswer, FirstContactRules } from '../../engine/first-contact';
import { plan } from './plan';

const grounds: FirstContactRules['grounds'] = {
  children: [plan.cite('first-contact.child', 'contactIsChild')],
  committee: [plan.cite('first-contact.committee', 'contactByCommittee')],
  household: [
    plan.reading(
      'first-contact.household',
      '二（一）2',
      '方案没有写明，我们的理解：没有子女但有人同住的，同住的人是第一联系人',
    ),
  ],
  unknown: [
    plan.reading(
      'first-contact.unknown',
      '二（一）2',
      '我们的理解：亲属情况还没有登记，要先问清有没有子女、有没有人同住',
    ),
  ],
};

/** 二（一）2 第一联系人. */
export const firstContact: FirstContactRules = {
  grounds,
  find(relatives) {
    if (relatives === undefined)
      return { contact: null, candidates: [], gap: 'relatives-unknown', because: grounds.unknown };
    const children = relatives.filter(({ relation }) => relation === 'child');
    if (children.length > 0) return amongChildren(relatives, children);
    const household = relatives.filter(isAtHome);
    return household.length > 0 ? amongHousehold(relatives, household) : byCommittee(relatives);
  },
};

/** The plan leaves no choice: with living children it is one of them. An only child need not be named. */
function amongChildren<Person extends ContactCandidate>(
  relatives: readonly Person[],
  children: readonly Person[],
): FirstContactAnswer<Person> {
  const named = relatives.find((relative) => relative.named === true);
  const child = named?.relation === 'child' ? named : children.length === 1 ? children[0]! : null;
  const gap =
    named !== undefined && named.relation !== 'child' ? 'not-a-child' : child === null ? 'choose-child' : null;
  return { contact: child, candidates: children, gap, because: grounds.children };
}

/** As with children: somebody else who is named does not stand in the place of those in the home. */
function amongHousehold<Person extends ContactCandidate>(
  relatives: readonly Person[],
  household: readonly Person[],
): FirstContactAnswer<Person> {
  const named = relatives.find((relative) => relative.named === true);
  const isOfHome = named !== undefined && household.includes(named);
  const contact = isOfHome ? named : household.length === 1 ? household[0]! : null;
  const gap = named !== undefined && !isOfHome ? 'not-in-household' : contact === null ? 'choose-household' : null;
  return { contact, candidates: household, gap, because: grounds.household };
}

function byCommittee<Person extends ContactCandidate>(relatives: readonly Person[]): FirstContactAnswer<Person> {
  const contact = relatives.find((relative) => relative.named === true) ?? null;
  return { contact, candidates: [], gap: contact === null ? 'committee-to-name' : null, because: grounds.committee };
}
