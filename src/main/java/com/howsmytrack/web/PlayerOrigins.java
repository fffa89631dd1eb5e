package com.howsmytrack.web;

import java.util.Set;

/// The origins of other services from which pages of the web client play tracks.
public interface PlayerOrigins {

	/// Pages that are loaded in a frame.
	Set<String> frames();

	/// Files that the audio player of the browser loads.
	Set<String> media();

}
