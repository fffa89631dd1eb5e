import { Switch } from '@/ui/form/Switch';
import { chooseCovers, useCovers } from './covers';

/** Turns covers on and off, in this browser and for this account. */
export function CoverSwitch() {
  return (
    <Switch
      label="Show covers"
      hint="They come from Spotify and the Internet Archive, which then see your internet address. Kept in this browser."
      checked={useCovers()}
      onChange={chooseCovers}
    />
  );
}
