/// What an operator can ask of `java -jar howsmytrack.jar COMMAND`. What a command does, the module that implements
/// `Command` knows; starting the application for it is `CommandLine`'s.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.howsmytrack.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
