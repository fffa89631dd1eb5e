package com.howsmytrack.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/// Changes members as another instance of the service would: commits the rows and wakes up all instances with NOTIFY.
final class LiveChanges implements AutoCloseable {

	/// As long as an instance collects the topics of a NOTIFY.
	private static final int INTERVAL_MILLISECONDS = 50;

	/// The payload of a NOTIFY has at most 8,000 bytes.
	private static final int TOPICS_PER_NOTIFY = 500;

	private final LiveMembers members;

	private final Connection connection;

	private final PreparedStatement change;

	private final PreparedStatement wakeUp;

	LiveChanges(Database database, LiveMembers members) throws SQLException {
		this.members = members;
		this.connection = database.connect();
		this.connection.setAutoCommit(false);
		this.change = this.connection.prepareStatement(
				"UPDATE feedback_reply SET read_at = CASE WHEN read_at IS NULL THEN now() END WHERE id = ANY (?)");
		this.wakeUp = this.connection.prepareStatement("SELECT pg_notify('howsmytrack_live', ?)");
	}

	/// Changes random members for the given time, each after the event of its previous change. Returns the changes per
	/// second, which are fewer than the given number if too many events are outstanding.
	double run(int perSecond, int seconds) throws InterruptedException, SQLException {
		long begun = System.nanoTime();
		double elapsed = 0;
		long due = 0;
		long changed = 0;
		while (elapsed < seconds) {
			Thread.sleep(INTERVAL_MILLISECONDS);
			elapsed = (System.nanoTime() - begun) / 1e9;
			List<LiveMember> taken = this.members.take((int) (perSecond * elapsed - due));
			due = (long) (perSecond * elapsed);
			changed += taken.size();
			change(taken);
		}
		return changed / elapsed;
	}

	private void change(List<LiveMember> taken) throws SQLException {
		if (taken.isEmpty()) {
			return;
		}
		Long[] replies = taken.stream().map(LiveMember::reply).toArray(Long[]::new);
		this.change.setArray(1, this.connection.createArrayOf("bigint", replies));
		this.change.executeUpdate();
		wakeUp(taken);
		taken.forEach(LiveMember::expectChangedReply);
		this.connection.commit();
	}

	/// The payload names the sending instance and the topics, which are members here.
	private void wakeUp(List<LiveMember> taken) throws SQLException {
		for (int first = 0; first < taken.size(); first += TOPICS_PER_NOTIFY) {
			String topics = taken.subList(first, Math.min(first + TOPICS_PER_NOTIFY, taken.size()))
				.stream()
				.map((member) -> Long.toString(member.id()))
				.collect(Collectors.joining(","));
			this.wakeUp.setString(1, "benchmark|notifications:" + topics);
			this.wakeUp.execute();
		}
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

}
