/// The demo: people, plans, 20,000 sales of the last six months and 2,000 real files, the same on
/// every machine. Loads once, only when `TRASTIENDA_DEMO` is on; has no route. Start at
/// `DemoFeature`; `DemoVentas` makes the sales, `DemoPaper` and its neighbours draw the files.
@NullMarked
package trastienda.server.demo;

import org.jspecify.annotations.NullMarked;
