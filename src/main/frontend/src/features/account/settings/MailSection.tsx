import { graphql, readFragment, type FragmentType } from '@/api/gql';
import { SettingsSection } from './SettingsSection';
import { MailSwitch } from './MailSwitch';

const MailSection_user = graphql(`
  fragment MailSection_user on User {
    mailPreferences {
      kind
      ...MailSwitch_preference
    }
  }
`);

export function MailSection(props: { user: FragmentType<typeof MailSection_user> }) {
  const { mailPreferences } = readFragment(MailSection_user, props.user);
  return (
    <SettingsSection title="Mails">
      <div>
        {mailPreferences.map((preference) => (
          <MailSwitch key={preference.kind} preference={preference} />
        ))}
      </div>
    </SettingsSection>
  );
}
