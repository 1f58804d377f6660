/// Tests of the demo: what it makes is plausible, valid and the same every time.
@NullMarked
package trastienda.server.demo;

import org.jspecify.annotations.NullMarked;
