package trastienda.server.auditoria;

import trastienda.server.platform.db.AuditSink;
import trastienda.server.platform.db.Database;
import trastienda.server.platform.jobs.Jobs;

import java.time.Duration;

/// Wires the audit. Its sink is made before the databases, which write into it.
public final class AuditoriaFeature {
    private static final int MONTHS_AHEAD = 3;

    private final Database jobs;
    private final AuditTrail trail;

    /// @param database where the trail is read
    /// @param jobs where partitions are made
    public AuditoriaFeature(Database database, Database jobs) {
        this.jobs = jobs;
        this.trail = new AuditTrail(database);
        makePartitions();
    }

    /// What every unit of work writes its entries into.
    public static AuditSink sink() {
        return new AuditoriaRepository();
    }

    /// Reading the audit of one object.
    public AuditTrail trail() {
        return trail;
    }

    /// Registers the job that makes the coming months' partitions.
    public void jobs(Jobs registry) {
        registry.every("auditoria-particiones", Duration.ofHours(12), this::makePartitions);
    }

    private void makePartitions() {
        jobs.alone(
                handle ->
                        handle.createQuery("select trastienda.crear_particiones_auditoria(:months)")
                                .bind("months", MONTHS_AHEAD)
                                .mapTo(Integer.class)
                                .one());
    }
}
