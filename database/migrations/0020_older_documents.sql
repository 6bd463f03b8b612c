-- A document that was handed in to become an older version of a framework: its draft is corrected first, and put into the history after.
alter table framework_uploads add column past_of uuid;
alter table framework_uploads add foreign key (organisation_id, past_of) references frameworks (organisation_id, id) on delete cascade;
create index framework_uploads_past on framework_uploads (organisation_id, past_of);
