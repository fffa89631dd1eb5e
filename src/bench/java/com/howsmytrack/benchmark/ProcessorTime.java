package com.howsmytrack.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/// The processor time that was used up to a moment, in seconds.
///
/// @param service by the service
/// @param generator by the load generator, which is this process
/// @param machine by all processes, the database included; 0 on systems without `/proc`
record ProcessorTime(double at, double service, double generator, double machine) {

	/// The columns `user`, `nice`, `system`, `irq` and `softirq` of /proc/stat; the others are idle time.
	private static final int[] BUSY = { 1, 2, 3, 6, 7 };

	private static final int TICKS_PER_SECOND = 100;

	static ProcessorTime now(Service service) throws IOException {
		return new ProcessorTime(System.nanoTime() / 1e9, of(service.handle()), of(ProcessHandle.current()), machineNow());
	}

	/// The mean number of processors in use since the earlier moment: of the service, of the load generator, and of all
	/// others.
	String since(ProcessorTime earlier) {
		double seconds = this.at - earlier.at;
		double serviceUse = (this.service - earlier.service) / seconds;
		double generatorUse = (this.generator - earlier.generator) / seconds;
		double others = (this.machine - earlier.machine) / seconds - serviceUse - generatorUse;
		return Table.format("%.2f + %.2f + %.2f", serviceUse, generatorUse, Math.max(0, others));
	}

	private static double of(ProcessHandle process) {
		return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
	}

	private static double machineNow() throws IOException {
		Path file = Path.of("/proc/stat");
		if (!Files.exists(file)) {
			return 0;
		}
		String[] columns = Files.readAllLines(file).getFirst().split(" +");
		return Arrays.stream(BUSY).mapToDouble((column) -> Double.parseDouble(columns[column])).sum() / TICKS_PER_SECOND;
	}

}
