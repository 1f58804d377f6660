/// The audit: who did what to which object, when and from where, changes field by field. Appended
/// to in the transaction that did it, changed by nobody (two database roles, a trigger, a test that
/// tries every partition). Start at `AuditoriaFeature`; other features read through `AuditTrail`.
@NullMarked
package trastienda.server.auditoria;

import org.jspecify.annotations.NullMarked;
