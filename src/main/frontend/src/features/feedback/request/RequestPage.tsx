import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { graphql } from '@/api/gql';
import { usePage } from '@/api/usePage';
import { PageTitle } from '@/ui/page/PageTitle';
import { RequestForm } from './RequestForm';

const RequestPageQuery = graphql(`
  query RequestPage {
    userDetails {
      username
      emailVerified
      emailRefused
      verifiedAddressNeededFor
    }
    acceptedSources {
      name
    }
    nextAssignmentRun
    unassignedRequest {
      id
      ...RequestForm_request
    }
  }
`);

/** Asks for feedback, or changes the request that waits for a group. */
export function RequestPage() {
  return <RequestOfVisit key={useLocation().key} />;
}

function RequestOfVisit() {
  const { userDetails, acceptedSources, nextAssignmentRun, unassignedRequest } = usePage(RequestPageQuery);
  // What the visit began with: a request that is sent must not turn the form into another one.
  const [pending] = useState(unassignedRequest ?? null);
  return (
    <>
      <PageTitle
        crumb={<Link to="/">Home</Link>}
        lede={
          pending
            ? 'It waits for a group. Until then you can change it.'
            : 'Unfinished is fine, that is what this is for.'
        }
      >
        {pending ? 'Change your request' : 'Ask for feedback'}
      </PageTitle>
      <RequestForm
        pending={pending}
        acceptedSources={acceptedSources}
        nextRun={nextAssignmentRun ?? null}
        member={userDetails ?? null}
      />
    </>
  );
}
