package com.howsmytrack;

import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;

/// The configuration of a command or job on the command line, instead of that of the service: the components of all
/// modules, and only the auto-configurations that commands need. Each further auto-configuration adds to the processor
/// time of every command, even if its beans are never created.
///
/// It has no `@Configuration`, so that the component scan of the service does not find it.
@ComponentScan(excludeFilters = {
		@ComponentScan.Filter(type = FilterType.CUSTOM,
				classes = { TypeExcludeFilter.class, AutoConfigurationExcludeFilter.class }),
		@ComponentScan.Filter({ SpringBootConfiguration.class, Controller.class, ControllerAdvice.class }) })
@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
		FlywayAutoConfiguration.class, JacksonAutoConfiguration.class, JdbcClientAutoConfiguration.class,
		JdbcTemplateAutoConfiguration.class, TransactionAutoConfiguration.class,
		TransactionManagerCustomizationAutoConfiguration.class })
class CommandConfiguration {

	/// Every command migrates the database before it begins. Otherwise only commands that
	/// use certain beans of Spring would, because beans are created when they are first
	/// used.
	@Bean
	static LazyInitializationExcludeFilter migrateFirst() {
		return LazyInitializationExcludeFilter.forBeanTypes(FlywayMigrationInitializer.class);
	}

	/// In addition, for commands that use entities: Hibernate, repositories, and their
	/// transactions.
	@AutoConfigurationPackage
	@ImportAutoConfiguration({ HibernateJpaAutoConfiguration.class, DataJpaRepositoriesAutoConfiguration.class })
	static class Entities {

	}

}
