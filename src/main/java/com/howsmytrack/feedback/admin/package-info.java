/// What operators see of the exchange, with names on everything, and how they correct it. Nothing of it is for
/// members: who wrote what is nobody else's business.
@NullMarked
@NamedInterface("admin")
package com.howsmytrack.feedback.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
