package com.howsmytrack.outbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// A self-signed certificate for some hosts, and the TLS contexts of a server that presents it and of a client that trusts
/// no other one.
record TestCertificate(SSLContext server, SSLContext client) {

	private static final AlgorithmIdentifier SIGNATURE = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

	private static final char[] PASSWORD = "password".toCharArray();

	static TestCertificate of(Collection<String> hosts) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			KeyPair keys = generator.generateKeyPair();
			Certificate certificate = certificate(keys, hosts);
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			store.setKeyEntry("server", keys.getPrivate(), PASSWORD, new Certificate[] { certificate });
			KeyManagerFactory keyManagers = KeyManagerFactory.getInstance("PKIX");
			keyManagers.init(store, PASSWORD);
			KeyStore trusted = KeyStore.getInstance("PKCS12");
			trusted.load(null, null);
			trusted.setCertificateEntry("server", certificate);
			TrustManagerFactory trustManagers = TrustManagerFactory.getInstance("PKIX");
			trustManagers.init(trusted);
			SSLContext server = SSLContext.getInstance("TLS");
			server.init(keyManagers.getKeyManagers(), null, null);
			SSLContext client = SSLContext.getInstance("TLS");
			client.init(null, trustManagers.getTrustManagers(), null);
			return new TestCertificate(server, client);
		}
		catch (GeneralSecurityException | IOException unsupported) {
			throw new IllegalStateException("A certificate could not be made", unsupported);
		}
	}

	private static Certificate certificate(KeyPair keys, Collection<String> hosts)
			throws GeneralSecurityException, IOException {
		ExtensionsGenerator extensions = new ExtensionsGenerator();
		extensions.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(
				hosts.stream().map((host) -> new GeneralName(GeneralName.dNSName, host)).toArray(GeneralName[]::new)));
		V3TBSCertificateGenerator content = new V3TBSCertificateGenerator();
		content.setSerialNumber(new ASN1Integer(BigInteger.ONE));
		content.setSignature(SIGNATURE);
		content.setIssuer(new X500Name("CN=Test"));
		content.setSubject(new X500Name("CN=Test"));
		content.setStartDate(new Time(Date.from(Instant.now().minus(Duration.ofDays(1)))));
		content.setEndDate(new Time(Date.from(Instant.now().plus(Duration.ofDays(1)))));
		content.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
		content.setExtensions(extensions.generate());
		TBSCertificate unsigned = content.generateTBSCertificate();
		Signature signature = Signature.getInstance("SHA256withECDSA");
		signature.initSign(keys.getPrivate());
		signature.update(unsigned.getEncoded("DER"));
		byte[] signed = new DERSequence(new ASN1Encodable[] { unsigned, SIGNATURE, new DERBitString(signature.sign()) })
			.getEncoded("DER");
		return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(signed));
	}

}
