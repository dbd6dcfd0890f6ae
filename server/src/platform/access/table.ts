/** Who may do what, where. The one place; every route names one of these actions, and whatever is not here is refused. */

export const ROLES = ['visitor', 'family', 'community', 'street', 'district', 'city', 'agency', 'operator'] as const;
export type Role = (typeof ROLES)[number];

/** Whose role of a visitor has ended a while ago hands in what they did until then, and does nothing else. */
export type Capacity = Role | 'former-visitor';

/**
 * - `anyone`: no session needed
 * - `signed-in`: any account
 * - `own`: the row belongs to the account
 * - `assignment`: the elder is assigned to the visitor; for what is handed in late, was at the time of it
 * - `kinship`: the account is a confirmed relative of the elder
 * - `subtree`: the elder's community lies in the division of the membership
 */
export type Scope = 'anyone' | 'signed-in' | 'own' | 'assignment' | 'kinship' | 'subtree';

type Grant = Scope | Partial<Record<Capacity, Scope>>;

const table = <T extends Record<string, Grant>>(grants: T): Record<keyof T, Grant> => grants;

const officers = { community: 'subtree', street: 'subtree', district: 'subtree', city: 'subtree' } as const;
const localOfficers = { community: 'subtree', street: 'subtree' } as const;
/** What was done at a door is handed in by whoever was there. */
const visitors = { visitor: 'assignment', 'former-visitor': 'assignment' } as const;
/** The district acts only on what has come up to it, see `requireReached` of care. */
const needOfficers = { ...localOfficers, district: 'subtree' } as const;

export const ACCESS = table({
  'health.read': 'anyone',
  'api.read': 'anyone',
  'demo.use': 'anyone',
  // WeChat signs what it pushes; the signature is the permission.
  'wechat.push': 'anyone',
  'session.open': 'anyone',
  'session.read': 'signed-in',
  'session.close': 'signed-in',
  'phone.bind': 'signed-in',
  'invitation.create': localOfficers,
  'invitation.accept': 'signed-in',
  'kinship.list': localOfficers,
  'kinship.confirm': localOfficers,
  'kinship.refuse': localOfficers,
  'kinship.end': { family: 'own', ...localOfficers },
  'account.sign-out': localOfficers,
  'division.list': 'signed-in',
  'policy.list': 'anyone',
  'policy.evaluate': 'anyone',
  'reading.list': officers,
  // The plans leave it to the districts; a city that wants otherwise changes its plan.
  'reading.decide': { district: 'subtree' },
  'reading.withdraw': { district: 'subtree' },
  'reading.weigh': { district: 'subtree' },
  'form.read': 'signed-in',
  'elder.list': officers,
  'elder.read': officers,
  'elder.register': localOfficers,
  'elder.amend': localOfficers,
  'elder.reveal': localOfficers,
  'relative.register': localOfficers,
  'relative.amend': localOfficers,
  'relative.remove': localOfficers,
  'first-contact.name': localOfficers,
  'objection.send': { family: 'kinship' },
  'objection.list': officers,
  'objection.close': localOfficers,
  'door-code.issue': localOfficers,
  'door-code.revoke': localOfficers,
  'door-code.print': localOfficers,
  'visitor.assign': localOfficers,
  'visitor.list': localOfficers,
  'visitor.reveal': localOfficers,
  'pause.list': localOfficers,
  'pause.set': localOfficers,
  'pause.end': localOfficers,
  'worklist.read': { visitor: 'assignment', ...officers },
  'elder.card': { visitor: 'assignment', ...localOfficers },
  'visit.record': { ...visitors, ...localOfficers },
  'no-answer.record': { ...visitors, ...localOfficers },
  // Officers have the needs themselves.
  'no-answer.list': { visitor: 'assignment' },
  'emergency.record': { ...visitors, ...localOfficers },
  'emergency.list': { ...localOfficers },
  // The bytes of announced photos come from whoever recorded the visit.
  'visit.attach': { visitor: 'own', 'former-visitor': 'own', community: 'own', street: 'own' },
  'visit.read': { visitor: 'own', ...localOfficers },
  'visit.list': { visitor: 'own', ...localOfficers },
  'sheet.list': { visitor: 'assignment', ...officers },
  'sheet.read': { visitor: 'assignment', ...officers },
  'sheet.open': { visitor: 'assignment', ...localOfficers },
  'sheet.record': { visitor: 'assignment', ...localOfficers },
  'file.link': 'anyone',
  'need.list': { visitor: 'own', family: 'kinship', ...officers },
  'need.read': { family: 'kinship', ...officers },
  'need.answer': { family: 'kinship' },
  'need.acknowledge': needOfficers,
  'need.close': { family: 'kinship', ...needOfficers },
  'parent.read': { family: 'kinship' },
  'subscription.templates': 'signed-in',
  'subscription.report': 'signed-in',
  'notice.list': 'signed-in',
  'notice.read': 'signed-in',
  'phone-task.list': localOfficers,
  'phone-task.reveal': localOfficers,
  'phone-task.finish': localOfficers,
});

export type Action = keyof typeof ACCESS;

/** The scope in which a role may do an action, or null. */
export function scopeOf(action: Action, role: Capacity): Scope | null {
  const grant = ACCESS[action];
  if (typeof grant === 'string') return grant === 'own' || grant === 'signed-in' || grant === 'anyone' ? grant : null;
  return grant[role] ?? null;
}
