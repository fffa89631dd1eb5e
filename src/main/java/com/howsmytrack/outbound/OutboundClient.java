package com.howsmytrack.outbound;

import java.net.Proxy;
import java.net.Socket;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/// Configures the HTTP client: no redirects, retries, cookies, credentials, decompression, proxies or protocol upgrades of its
/// own. Each call has a connection of its own, so that the address of each call was checked.
final class OutboundClient extends PoolingHttpClientConnectionManagerBuilder {

	private OutboundClient() {
	}

	static CloseableHttpClient create(OutboundNetwork network, OutboundSettings settings) {
		Timeout read = Timeout.of(settings.readTimeout());
		return HttpClients.custom()
			.setConnectionManager(
					new OutboundClient().setDnsResolver(new CheckedAddresses(network, settings.addresses()))
						.setTlsSocketStrategy(new CheckedTls(network))
						.setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
							.http1Config(Http1Config.custom()
								.setMaxHeaderCount(settings.mostHeaders())
								.setMaxLineLength((int) settings.largestLine().toBytes())
								.build())
							.build())
						.setDefaultConnectionConfig(ConnectionConfig.custom()
							.setConnectTimeout(Timeout.of(settings.connectTimeout()))
							.setSocketTimeout(read)
							.build())
						// Limits the handshake too.
						.setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(read).build())
						.setMaxConnTotal(settings.connections())
						.setMaxConnPerRoute(settings.connections())
						.build())
			.setDefaultRequestConfig(RequestConfig.custom()
				.setConnectionRequestTimeout(Timeout.of(settings.totalTime()))
				.setResponseTimeout(read)
				.setProtocolUpgradeEnabled(false)
				.build())
			.setConnectionReuseStrategy((_, _, _) -> false)
			// Without it, the client would use the proxy of the system properties.
			.setRoutePlanner(new DefaultRoutePlanner(null))
			.setUserAgent(settings.userAgent())
			.disableRedirectHandling()
			.disableAutomaticRetries()
			.disableCookieManagement()
			.disableAuthCaching()
			.disableContentCompression()
			.build();
	}

	/// The default would ask the system properties for a SOCKS proxy, and would connect
	/// without TLS for `http`.
	@Override
	protected HttpClientConnectionOperator createConnectionOperator(SchemePortResolver ports, DnsResolver addresses,
			TlsSocketStrategy tls) {
		return new DefaultHttpClientConnectionOperator((_) -> new Socket(Proxy.NO_PROXY), ports, addresses,
				RegistryBuilder.<TlsSocketStrategy>create().register(URIScheme.HTTPS.id, tls).build());
	}

}
