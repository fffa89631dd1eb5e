import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Measures how fast rate limits reject requests, whether the response times of sign-ins reveal which accounts exist, and how
/// long a sign-out takes to reach another instance. See README.md.
class RejectedSignIns {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static String base = "";

	public static void main(String[] args) throws Exception {
		base = args[0];
		errors();
		signIns();
		if (args.length > 1) {
			signOuts(args[1]);
		}
	}

	private static void errors() throws Exception {
		Map<String, String> bodies = new LinkedHashMap<>();
		bodies.put("nothing wrong", document("{ userDetails { rating } }"));
		bodies.put("100 aliases", document("{ " + times(100, "a%d: userDetails { rating }") + " }"));
		bodies.put("1,500 overlapping fields", document("{ userDetails { " + "rating ".repeat(1_500) + "} }"));
		bodies.put("100,000 characters, 25,000 tokens", document("{ userDetails { " + "a b ".repeat(24_000) + "} }"));
		bodies.put("100,000 tokens", document("{ userDetails { " + "a ".repeat(100_000) + "} }"));
		bodies.put("fragments doubling 30 times", document("{ userDetails { ...f0 } } " + IntStream.range(0, 30)
			.mapToObj((n) -> "fragment f%d on User { ...f%d ...f%d }".formatted(n, n + 1, n + 1))
			.collect(Collectors.joining(" ")) + " fragment f30 on User { rating }"));
		bodies.put("10,000 nested arrays", "{\"query\": \"{ userDetails { rating } }\", \"variables\": {\"x\": "
				+ "[".repeat(10_000) + "]".repeat(10_000) + "}}");
		bodies.put("a password of 900 KB of accents", "{\"query\": \"mutation($p: String!) { tokenAuth(username: "
				+ "\\\"a@example.com\\\", password: $p) { payload } }\", \"variables\": {\"p\": \"a"
				+ "\\u0301".repeat(75_000) + "\\u0316".repeat(75_000) + "\"}}");
		bodies.put("10 MB", "x".repeat(10_000_000));
		for (int warmUp = 0; warmUp < 300; warmUp++) {
			post(base, bodies.get("nothing wrong"), "");
		}
		System.out.printf("%-36s %8s %8s  status%n", "request", "p50 ms", "p95 ms");
		for (Map.Entry<String, String> body : bodies.entrySet()) {
			List<Double> times = new ArrayList<>();
			String status = "";
			for (int run = 0; run < 40; run++) {
				long begun = System.nanoTime();
				try {
					status = String.valueOf(post(base, body.getValue(), "").statusCode());
				}
				catch (java.io.IOException hungUp) {
					status = "hung up";
				}
				times.add((System.nanoTime() - begun) / 1e6);
			}
			times.sort(null);
			System.out.printf("%-36s %8.1f %8.1f  %s%n", body.getKey(), times.get(20), times.get(37), status);
		}
	}

	/// Alternates known and unknown addresses, so that other load on the machine affects both.
	private static void signIns() throws Exception {
		post(base, register("timing@example.com"), "");
		double[] known = new double[200];
		double[] unknown = new double[200];
		for (int round = 0; round < 200; round++) {
			known[round] = timed(signIn("timing@example.com", "wrong"));
			unknown[round] = timed(signIn("nobody@example.com", "wrong"));
		}
		System.out.printf("%nwrong passwords, 200 each, ms: p5 / p25 / p50 / p75 / p95%n");
		System.out.println("known account    " + percentiles(known));
		System.out.println("unknown account  " + percentiles(unknown));
	}

	private static void signOuts(String other) throws Exception {
		double[] times = new double[20];
		for (int run = 0; run < times.length; run++) {
			HttpResponse<String> signedIn = post(base, signIn("timing@example.com", "three tracks about the rain"), "");
			String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
			while (!post(other, document("{ userDetails { username } }"), cookie).body().contains("@")) {
				Thread.sleep(10);
			}
			post(base, document("mutation { signOutEverywhere { success } }"), cookie);
			long begun = System.nanoTime();
			while (post(other, document("{ userDetails { username } }"), cookie).body().contains("@")) {
				Thread.sleep(10);
			}
			times[run] = (System.nanoTime() - begun) / 1e6;
		}
		System.out.printf("%nsigned out on the other instance, 20 times, ms: p5 / p25 / p50 / p75 / p95%n");
		System.out.println(percentiles(times));
	}

	private static double timed(String body) throws Exception {
		long begun = System.nanoTime();
		post(base, body, "");
		return (System.nanoTime() - begun) / 1e6;
	}

	private static String percentiles(double[] times) {
		Arrays.sort(times);
		return IntStream.of(5, 25, 50, 75, 95)
			.mapToObj((percent) -> "%.1f".formatted(times[times.length * percent / 100]))
			.collect(Collectors.joining(" / "));
	}

	private static String times(int count, String part) {
		return IntStream.range(0, count).mapToObj((n) -> part.formatted(n)).collect(Collectors.joining(" "));
	}

	private static String register(String email) {
		return document(("mutation { registerUser(email: \"%1$s\", password: \"three tracks about the rain\", "
				+ "passwordRepeat: \"three tracks about the rain\") { success } }").formatted(email));
	}

	private static String signIn(String email, String password) {
		return document("mutation { tokenAuth(username: \"%s\", password: \"%s\") { payload } }".formatted(email, password));
	}

	private static String document(String document) {
		return "{\"query\": \"" + document.replace("\"", "\\\"") + "\"}";
	}

	private static HttpResponse<String> post(String server, String body, String cookie) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + "/graphql"))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body));
		if (!cookie.isEmpty()) {
			request.header("Cookie", cookie);
		}
		return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

}
