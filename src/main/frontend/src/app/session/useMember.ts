import { useState } from 'react';
import { useViewer } from '@/features/account/viewer/viewer';

/** The member for whom this document was loaded. After the end of the session, what was typed stays in its place. */
export function useMember(): ReturnType<typeof useViewer> {
  const viewer = useViewer();
  const [member, setMember] = useState(viewer);
  if (viewer && viewer !== member) setMember(viewer);
  return member;
}
