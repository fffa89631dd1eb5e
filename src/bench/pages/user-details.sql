-- userDetails of a random member.
\set me random(1, :members)
SELECT account.email, NOT EXISTS (SELECT FROM mail_preference WHERE account_id = account.id AND kind = 'reminder' AND NOT enabled) AS send_reminder_emails, member_rating.rating, (SELECT count(*) FROM feedback_response AS form WHERE form.responder_id = account.id AND form.submitted_at IS NULL) + (SELECT count(*) FROM feedback_reply AS reply WHERE reply.reader_id = account.id AND reply.read_at IS NULL) AS notifications FROM account LEFT JOIN member_rating ON member_rating.account_id = account.id WHERE account.id = :me;
