const DAY = 86_400_000;

const partsOf = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

interface Moment {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: string;
}

function momentOf(at: number): Moment {
  const parts = Object.fromEntries(partsOf.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    year: Number(parts.year),
    month: Number(parts.month),
    day: Number(parts.day),
    hour: Number(parts.hour),
    minute: parts.minute ?? '00',
  };
}

/** `9:49`, the clock of a phone in Shanghai. */
export function clockTime(at: number): string {
  const { hour, minute } = momentOf(at);
  return `${hour}:${minute}`;
}

/** `今天 9:49`, `昨天 18:06`, `10月23日 18:06`, `2025年10月23日 18:06`. */
export function chatTime(at: number, now: number): string {
  const then = momentOf(at);
  const sameDay = (other: Moment) => other.year === then.year && other.month === then.month && other.day === then.day;
  const clock = clockTime(at);
  if (sameDay(momentOf(now))) return `今天 ${clock}`;
  if (sameDay(momentOf(now - DAY))) return `昨天 ${clock}`;
  const date = `${then.month}月${then.day}日 ${clock}`;
  return then.year === momentOf(now).year ? date : `${then.year}年${date}`;
}
