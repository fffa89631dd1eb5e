package com.howsmytrack.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.sql.DataSource;

import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/// Hears every SQL statement of the application, whichever thread sends it.
@Component
public class Statements implements BeanPostProcessor {

	private static final List<QueryInfo> HEARD = new CopyOnWriteArrayList<>();

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof DataSource dataSource) ? ProxyDataSourceBuilder.create(dataSource)
			.afterQuery((execution, queries) -> HEARD.addAll(queries))
			.build() : bean;
	}

	/// What the work sent, in that order.
	public static List<String> of(Supplier<?> work) {
		return withParametersOf(work).stream().map(QueryInfo::getQuery).toList();
	}

	static List<QueryInfo> withParametersOf(Supplier<?> work) {
		HEARD.clear();
		work.get();
		return List.copyOf(HEARD);
	}

}
