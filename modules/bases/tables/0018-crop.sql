-- Of a picture of a base of which a part is shown: the whole, and the part of it in its pixels, as a draft keeps it for images.
alter table bases.base
  add column logo_crop jsonb check (logo_crop is null or logo_file_id is not null and logo_crop ?& array['fileId', 'x', 'y', 'width', 'height']),
  add column cover_crop jsonb check (cover_crop is null or cover_file_id is not null and cover_crop ?& array['fileId', 'x', 'y', 'width', 'height']);
