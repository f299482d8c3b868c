-- Each row is a rule, with how many break it and one that does. Read by the service on a schedule and by whoever audits the store.
drop view if exists audit;
create view audit as

with recursive tree as (
  select id, 1 as depth from category where parent_id is null and not deleted
  union all
  -- one deeper than there may be, so that a cycle ends too
  select c.id, t.depth + 1 from category c join tree t on c.parent_id = t.id where not c.deleted and t.depth <= 10
), violation (rule, found) as (
  select 1, c.id::text from category c where not c.deleted and not exists (select from tree t where t.id = c.id)
  union all
  select 2, c.id::text from category c join tree t using (id) where t.depth > 10 or c.depth is distinct from t.depth
  union all
  select 3, c.id::text from category c join category parent on parent.id = c.parent_id
  where not c.deleted and parent.retiring_since is not null
  union all
  select 4, slug from category where not deleted group by slug having count(*) > 1
)
select rule.sentence as rule, count(violation.found) as violations, min(violation.found) as example
from (values
  (1, 'Each category can be reached from a root'),
  (2, 'No category is deeper than it says, or than ten'),
  (3, 'Nothing is below a category that is being deleted'),
  (4, 'No two categories have one slug')) as rule (number, sentence)
  left join violation on violation.rule = rule.number
group by rule.number, rule.sentence order by rule.number;
