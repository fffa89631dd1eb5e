package com.howsmytrack.account.password;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;
import org.springframework.util.function.SingletonSupplier;

/// Hashes passwords with Argon2id, in the encoding of Argon2's reference implementation.
///
/// Reads and writes the same hashes as Spring Security's `Argon2PasswordEncoder`, which allocates the memory of each
/// hash anew (7.1.2: 20 MB for each hash; in 150 hashes, 37 garbage collections stopped the process for 758 ms). This
/// class reuses the memory (0.1 MB for each hash, no collection).
class Argon2idEncoder extends AbstractValidatingPasswordEncoder {

	private static final int SALT_BYTES = 16;

	private static final int HASH_BYTES = 32;

	private static final int LANES = 1;

	private static final String BASE64 = "((?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2,3})?)";

	private static final Pattern FORMAT = Pattern
		.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$" + BASE64 + "\\$" + BASE64);

	private final int kilobytes;

	private final int passes;

	/// Created at the first hash, not at each start: loading a class of the signed
	/// library keeps the list of its 6,000 files in memory.
	private final SingletonSupplier<Hashing> hashing;

	/// @param concurrentHashes the number of hashes whose memory is kept for reuse
	Argon2idEncoder(int kilobytes, int passes, int concurrentHashes) {
		this.kilobytes = kilobytes;
		this.passes = passes;
		int blocks = Math.multiplyExact(kilobytes, concurrentHashes);
		this.hashing = SingletonSupplier.of(() -> new Hashing(blocks));
	}

	@Override
	protected String encodeNonNullPassword(String password) {
		Costs costs = new Costs(this.kilobytes, this.passes, LANES);
		byte[] salt = random(SALT_BYTES);
		return format(costs, salt, hash(password, costs, salt, HASH_BYTES));
	}

	@Override
	protected boolean matchesNonNull(String password, String encoded) {
		return Encoded.parse(encoded).filter((stored) -> matches(password, stored)).isPresent();
	}

	private boolean matches(String password, Encoded stored) {
		byte[] hash = Base64.getDecoder().decode(stored.hash());
		byte[] salt = Base64.getDecoder().decode(stored.salt());
		return MessageDigest.isEqual(hash, hash(password, stored.costs(), salt, hash.length));
	}

	/// True for a hash that costs less than the settings require.
	@Override
	protected boolean upgradeEncodingNonNull(String encoded) {
		return Encoded.parse(encoded)
			.map(Encoded::costs)
			.filter((costs) -> costs.kilobytes() >= this.kilobytes && costs.passes() >= this.passes)
			.isEmpty();
	}

	/// A random hash of the same cost that no password matches.
	String dummyHash() {
		return format(new Costs(this.kilobytes, this.passes, LANES), random(SALT_BYTES), random(HASH_BYTES));
	}

	private byte[] hash(String password, Costs costs, byte[] salt, int bytes) {
		return this.hashing.obtain().hash(password, costs, salt, bytes);
	}

	private static byte[] random(int bytes) {
		return KeyGenerators.secureRandom(bytes).generateKey();
	}

	private static String format(Costs costs, byte[] salt, byte[] hash) {
		Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
		return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s".formatted(costs.kilobytes(), costs.passes(), costs.lanes(),
				base64.encodeToString(salt), base64.encodeToString(hash));
	}

	/// A class of its own, so that the library is loaded at the first hash, see
	/// [#hashing].
	private static final class Hashing {

		private final BlockPool memory;

		Hashing(int blocks) {
			this.memory = new FixedBlockPool(blocks);
		}

		byte[] hash(String password, Costs costs, byte[] salt, int bytes) {
			Argon2BytesGenerator generator = new Argon2BytesGenerator();
			generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
				.withVersion(Argon2Parameters.ARGON2_VERSION_13)
				.withMemoryAsKB(costs.kilobytes())
				.withIterations(costs.passes())
				.withParallelism(costs.lanes())
				.withSalt(salt)
				.withBlockPool(this.memory)
				.build());
			byte[] hash = new byte[bytes];
			generator.generateBytes(password.toCharArray(), hash);
			return hash;
		}

	}

	private record Costs(int kilobytes, int passes, int lanes) {
	}

	private record Encoded(Costs costs, String salt, String hash) {

		/// Empty if the text is not such a hash.
		static Optional<Encoded> parse(String encoded) {
			Matcher matcher = FORMAT.matcher(encoded);
			return matcher.matches() ? Optional
				.of(new Encoded(new Costs(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
						Integer.parseInt(matcher.group(3))), matcher.group(4), matcher.group(5)))
					: Optional.empty();
		}

	}

}
