import { useState } from 'react';
import { describeTime, exactTime } from '@/lib/time';

/** A time in words, in the reader's time zone. The tooltip has it in full. */
export function Time({ value }: { value: string }) {
  const [now] = useState(() => new Date());
  return (
    <time dateTime={value} title={exactTime(value)}>
      {describeTime(value, now)}
    </time>
  );
}
