import { auditEntry, connection, group, jobRun, mail, person, request, response } from './adminRecords';
import type { FakeServer } from './fakeServer';

/**
 * Answers the queries of the pages with corrections.
 *
 * @param changed what a correction has changed: fields of the record, and the reason
 */
export function answerAdminPages(server: FakeServer, changed: () => Record<string, unknown>): void {
  const log = () =>
    connection('AuditEntry', 'reason' in changed() ? [auditEntry({ reason: changed().reason })] : []);
  server.on('PersonDetailsPage', () => ({
    data: {
      personDetails: {
        __typename: 'PersonDetails',
        rating: null,
        person: person(changed()),
        requests: connection('RequestRecord', []),
        groups: connection('GroupRecord', []),
        responsesReceived: connection('ResponseRecord', []),
        mails: connection('OutgoingMail', []),
        auditLog: log(),
      },
    },
  }));
  server.on('RequestDetailsPage', () => ({
    data: {
      requestDetails: {
        __typename: 'RequestDetails',
        request: request(false, changed()),
        group: group(),
        owner: person(),
        referenceReleases: [],
        responses: connection('ResponseRecord', []),
        auditLog: log(),
      },
    },
  }));
  server.on('ResponseDetailsPage', () => ({
    data: {
      responseDetails: {
        __typename: 'ResponseDetails',
        response: response(false, changed()),
        request: request(false),
        replies: connection('ReplyRecord', []),
        auditLog: log(),
      },
    },
  }));
  server.on('MailsPage', () => ({
    data: { outgoingMails: connection('OutgoingMail', [mail(false, changed())]) },
  }));
  server.on('JobsPage', () => {
    const latest = connection('JobRun', [jobRun(changed())]);
    return {
      data: {
        assignGroups: latest,
        releaseFeedback: connection('JobRun', []),
        calculateRatings: connection('JobRun', []),
        sendReminders: connection('JobRun', []),
        fetchNewReleases: connection('JobRun', []),
        checkTracks: connection('JobRun', []),
        sendNotices: connection('JobRun', []),
        summarizeUsage: connection('JobRun', []),
        jobRuns: latest,
      },
    };
  });
}
