import { useState } from 'react';
import { useViewer } from '@/features/account/viewer/viewer';

/**
 * The member for whom this document was loaded, and whether the session still lasts. After its end, the page keeps its member,
 * so that what was typed stays in its place.
 */
export function useMember() {
  const viewer = useViewer();
  const [member, setMember] = useState(viewer);
  if (viewer && viewer !== member) setMember(viewer);
  return { member, sessionEnded: member !== null && viewer === null };
}
