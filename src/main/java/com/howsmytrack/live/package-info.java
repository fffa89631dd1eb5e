/// Wakes subscriptions on all instances when data has changed. Owns no table and publishes no events. A module that offers
/// a subscription names its topics ([com.howsmytrack.live.Topic]), reports changes after its writes, and returns the
/// publisher of [com.howsmytrack.live.LiveTopics].
///
/// A subscription reads its data from the database: at its start, when its topic changes, and at the poll interval. The
/// instances send each other names of topics only. A lost wake-up therefore delays a subscription by at most one poll
/// interval, and no item is lost or repeated.
///
/// Changes are sent by `NOTIFY` and received on one connection of each instance that executes `LISTEN`. PostgreSQL
/// commits transactions with a `NOTIFY` one after another, so writes do not contain it: it is sent after the commit, for
/// all changes of some milliseconds together.
@NullMarked
@ApplicationModule(allowedDependencies = "persistence")
package com.howsmytrack.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
