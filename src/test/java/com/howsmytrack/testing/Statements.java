package com.howsmytrack.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.sql.DataSource;

import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/// Records the SQL statements of the application, from all threads.
@Component
public class Statements implements BeanPostProcessor {

	private static final List<QueryInfo> RECORDED = new CopyOnWriteArrayList<>();

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof DataSource dataSource) ? ProxyDataSourceBuilder.create(dataSource)
			.afterQuery((execution, queries) -> RECORDED.addAll(queries))
			.build() : bean;
	}

	/// The statements that are sent during the work, in their order.
	public static List<String> of(Supplier<?> work) {
		return withParametersOf(work).stream().map(QueryInfo::getQuery).toList();
	}

	static List<QueryInfo> withParametersOf(Supplier<?> work) {
		RECORDED.clear();
		work.get();
		return List.copyOf(RECORDED);
	}

}
