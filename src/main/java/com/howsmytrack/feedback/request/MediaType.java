package com.howsmytrack.feedback.request;

/// Where a track is kept.
public enum MediaType {

	SOUNDCLOUD, GOOGLEDRIVE, DROPBOX, ONEDRIVE

}
