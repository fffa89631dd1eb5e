/// What the server-rendered pages under `/accounts` share: CSRF protection, the style sheet, redirects, the error page.
@NullMarked
package com.howsmytrack.account.page;

import org.jspecify.annotations.NullMarked;
