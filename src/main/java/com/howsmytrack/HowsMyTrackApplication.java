package com.howsmytrack;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class HowsMyTrackApplication {

	public static void main(String[] args) {
		SpringApplication.run(HowsMyTrackApplication.class, args);
	}

}
