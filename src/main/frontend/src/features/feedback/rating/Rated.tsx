import { Stars } from '@/ui/state/Stars';

/** A rating that was sent. */
export function Rated({ value }: { value: number }) {
  return <Stars value={value}>{`Rated ${value} of 5`}</Stars>;
}
