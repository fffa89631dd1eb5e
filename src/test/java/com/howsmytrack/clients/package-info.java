/// Tests of the running application with GraphQL clients from npm. Their scripts and packages are in src/test/node.
@NullMarked
package com.howsmytrack.clients;

import org.jspecify.annotations.NullMarked;
