/// What a member sees of themselves: the client asks for it with every page.
@NullMarked
package com.howsmytrack.feedback.member;

import org.jspecify.annotations.NullMarked;
