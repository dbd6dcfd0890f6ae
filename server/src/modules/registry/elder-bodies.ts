import type { AmendElder, AmendRelative, RegisterElder, RegisterRelative } from './elder.dto';
import { compact, type NewRelative } from './draft';
import type { ElderChanges, NewElder } from './registration.service';
import type { RelativeChanges } from './relatives.service';

/** From what clients send to what the services take. */
export function toNewElder({ facts, relatives, ...body }: RegisterElder): NewElder {
  // `null` means the same as leaving it out: nobody has asked about relatives yet.
  const known = relatives ?? undefined;
  return { ...body, hints: body.hints ?? [], traits: facts, ...(known ? { relatives: known.map(toNewRelative) } : {}) };
}

export function toNewRelative(body: RegisterRelative): NewRelative {
  const { residence, birthDate, awaySince, ableToSupport, emergencyContact, guardian, ...rest } = body;
  return {
    ...rest,
    emergencyContact: emergencyContact ?? false,
    guardian: guardian ?? false,
    circumstances: compact({ residence, birthDate, awaySince, ableToSupport }),
  };
}

export function toElderChanges({ facts, ended, version: _, ...body }: AmendElder): ElderChanges {
  return {
    ...body,
    ...(facts ? { traits: facts } : {}),
    ...(ended ? { endedOn: ended.on, endReason: ended.reason } : {}),
  };
}

export function toRelativeChanges(body: AmendRelative): RelativeChanges {
  const { residence, birthDate, awaySince, ableToSupport, ...rest } = body;
  return { ...rest, circumstances: given({ residence, birthDate, awaySince, ableToSupport }) };
}

/** Without what was left out; what is null is struck out. */
function given<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
