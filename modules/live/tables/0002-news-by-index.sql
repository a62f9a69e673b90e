-- The plan of this reading is made without knowing the snapshot: it must never be to read the whole table.
create or replace function live.news(since pg_snapshot) returns table (snapshot text, messages json)
language sql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
  select pg_current_snapshot()::text, (select json_agg(message order by message.at, message.id) from (
    select id, at, topic, operation, type, priority, subject_kind, subject_id, version, asks, expires_at,
      json_agg(person_id) as people, json_agg(seq) as seqs
    from live.entry where xid >= pg_snapshot_xmin(since) and xid < pg_snapshot_xmax(pg_current_snapshot())
      and not pg_visible_in_snapshot(xid, since)
    group by id, at, topic, operation, type, priority, subject_kind, subject_id, version, asks, expires_at) as message)
$$;
