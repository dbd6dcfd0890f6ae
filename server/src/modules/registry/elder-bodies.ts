import type { AmendElder, AmendRelative, RegisterElder, RegisterRelative } from './elder.dto';
import type { NewRelative } from './draft';
import type { ElderChanges, NewElder } from './registration.service';
import type { RelativeChanges } from './relatives.service';

/** From what clients send to what the services take. */
export function toNewElder({ facts, relatives, ...body }: RegisterElder): NewElder {
  // `null` means the same as leaving it out: nobody has asked about relatives yet.
  const known = relatives ?? undefined;
  return { ...body, hints: body.hints ?? [], traits: facts, ...(known ? { relatives: known.map(toNewRelative) } : {}) };
}

export function toNewRelative({
  residence,
  birthDate,
  awaySince,
  ableToSupport,
  ...body
}: RegisterRelative): NewRelative {
  const { emergencyContact, guardian, ...rest } = body;
  return {
    ...rest,
    emergencyContact: emergencyContact ?? false,
    guardian: guardian ?? false,
    circumstances: given({ residence, birthDate, awaySince, ableToSupport }),
  };
}

export function toElderChanges({ facts, ended, version: _, ...body }: AmendElder): ElderChanges {
  return {
    ...body,
    ...(facts ? { traits: facts } : {}),
    ...(ended ? { endedOn: ended.on, endReason: ended.reason } : {}),
  };
}

export function toRelativeChanges({
  residence,
  birthDate,
  awaySince,
  ableToSupport,
  ...body
}: AmendRelative): RelativeChanges {
  const back = awaySince === null ? { awaySince } : {};
  return { ...body, circumstances: { ...given({ residence, birthDate, awaySince, ableToSupport }), ...back } };
}

/** Without what was left out or is null. */
function given<T extends object>(fields: T): { [K in keyof T]: NonNullable<T[K]> } {
  const entries = Object.entries(fields).filter(([, value]) => value != null);
  return Object.fromEntries(entries) as { [K in keyof T]: NonNullable<T[K]> };
}
