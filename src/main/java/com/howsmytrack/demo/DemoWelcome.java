package com.howsmytrack.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Logs the addresses of the web client and of GraphiQL, and the accounts of the demo.
@Component
@ConditionalOnDemo
class DemoWelcome {

	private static final Logger log = LoggerFactory.getLogger(DemoWelcome.class);

	@EventListener
	void welcome(ApplicationReadyEvent ready) {
		String port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
		log.info("Ready: open http://localhost:{}/ and sign in as {}, password: {}", port,
				String.join(" or ", DemoData.ADDRESSES), DemoData.PASSWORD);
		log.info("GraphiQL is at http://localhost:{}/graphiql", port);
	}

}
