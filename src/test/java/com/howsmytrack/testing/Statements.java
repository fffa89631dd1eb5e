package com.howsmytrack.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/// Hears every SQL statement of the application, whichever thread sends it.
@Component
public class Statements implements BeanPostProcessor {

	private static final List<String> HEARD = new CopyOnWriteArrayList<>();

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof DataSource dataSource) ? ProxyDataSourceBuilder.create(dataSource)
			.afterQuery((execution, queries) -> queries.forEach((query) -> HEARD.add(query.getQuery())))
			.build() : bean;
	}

	/// What the work sent, in that order.
	public static List<String> of(Supplier<?> work) {
		HEARD.clear();
		work.get();
		return List.copyOf(HEARD);
	}

}
