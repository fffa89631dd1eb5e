package com.howsmytrack.testing;

import java.lang.management.ManagementFactory;
import java.time.Duration;

import com.sun.management.OperatingSystemMXBean;

/// Processor time that this process used since an instance was made. Unlike elapsed time, it hardly depends on what
/// other processes do on the same machine.
public final class ProcessorTime {

	private static final OperatingSystemMXBean SYSTEM = ManagementFactory
		.getPlatformMXBean(OperatingSystemMXBean.class);

	private final long start = SYSTEM.getProcessCpuTime();

	public Duration used() {
		return Duration.ofNanos(SYSTEM.getProcessCpuTime() - this.start);
	}

}
