-- Whether somebody chose a workspace's name is kept; until now it was told by the name the first start gives.
update workspaces set settings = settings || '{"unnamed": true}' where name = 'My shop';
